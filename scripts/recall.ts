/** `npm run recall`: planted inconsistencies in clean sample workbooks, found and falsely blamed, per rule. */
import { recall } from "../test/sheet/checks/recall";

const rows = recall();
const verbose = process.argv.includes("--missed");
console.log(
  "rule".padEnd(26),
  "planted".padStart(8),
  "found".padStart(8),
  "by rule".padStart(8),
  "elsewhere".padStart(10),
);
for (const { rule, planted, found, byRule, elsewhere, missed } of rows) {
  console.log(
    rule.padEnd(26),
    ...[planted, found, byRule].map((n) => String(n).padStart(8)),
    String(elsewhere).padStart(10),
  );
  if (verbose) for (const one of missed) console.log("   ", one);
}
