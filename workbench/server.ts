/** `npm start`: builds the add-in and the workbench, serves both, says where. */
import { buildAddin, buildPage } from "./server/build";
import { serve } from "./server/serve";

const port = Number(process.env.PORT ?? 3000);

console.log("KPIシート: ビルドしています… / building…");
await Promise.all([buildAddin(), buildPage()]);
try {
  const { url } = await serve(port);
  console.log(`ワークベンチを開いてください / open the workbench:  ${url}`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
  console.error(
    `ポート ${port} は使用中です。PORT=3001 npm start のように別の番号を指定してください。 / Port ${port} is in use.`,
  );
  process.exit(1);
}
