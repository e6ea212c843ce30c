/**
 * custom-functions-metadata-plugin writes one functions.json and cannot localise, cannot say allowErrorForDataTypeAny and
 * always says allowCustomDataForDataTypeAny, which crashes Excel 2021 LTSC beside the other flag (OfficeDev/office-js#4385).
 * This plugin runs after it: one file per language, one flag.
 */
import { readFileSync } from "node:fs";

const NAME = "LocalisedFunctions";

/**
 * One language's metadata.
 * @param {object} metadata what the generator wrote (descriptions in Japanese from the source)
 * @param {object} texts src/functions/metadata-texts.json: { GRADE: { en: { description, parameters: [{ name, description }] }, ja: {…} } }
 * @param {"ja" | "en"} language
 * @throws when a function or a parameter has no text, so that nothing ships half translated
 */
export function localise(metadata, texts, language) {
  const { allowCustomDataForDataTypeAny, ...rest } = metadata;
  return {
    ...rest,
    allowErrorForDataTypeAny: true,
    functions: metadata.functions.map((f) => {
      const text = texts[f.id]?.[language];
      if (!text) throw new Error(`functions: ${f.id} has no ${language} text`);
      if (text.parameters.length !== f.parameters.length) {
        throw new Error(
          `functions: ${f.id} has ${f.parameters.length} parameters, its ${language} text ${text.parameters.length}`,
        );
      }
      return {
        ...f,
        description: text.description,
        parameters: f.parameters.map((p, i) => ({ ...p, ...text.parameters[i] })),
      };
    }),
  };
}

export class LocalisedFunctionsPlugin {
  constructor({ textsPath, helpUrl }) {
    this.textsPath = textsPath;
    this.helpUrl = helpUrl;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap(NAME, (compilation) => {
      compilation.fileDependencies.add(this.textsPath);
      compilation.hooks.processAssets.tap({ name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONS }, () => {
        const asset = compilation.getAsset("functions.json");
        if (!asset) return;
        const metadata = JSON.parse(asset.source.source().toString());
        const texts = JSON.parse(readFileSync(this.textsPath, "utf8"));
        for (const f of metadata.functions) f.helpUrl = `${this.helpUrl}#${f.id.toLowerCase()}`;
        const json = (language) => new sources.RawSource(JSON.stringify(localise(metadata, texts, language), null, 2));
        compilation.updateAsset("functions.json", json("ja"));
        compilation.emitAsset("functions.en.json", json("en"));
      });
    });
  }
}
