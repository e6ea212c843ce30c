/** Help pages are bundled as text (webpack's asset/source). */
declare module "*.md" {
  const text: string;
  export default text;
}
