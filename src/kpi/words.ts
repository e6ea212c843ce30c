/**
 * Words that stand where a figure would: missing values and targets in words. A test holds
 * examples for every entry. Texts are plain, without blanks, brackets and years.
 */
import type { MissingKind, Words } from "./types";

export interface Entry<T> {
  readonly means: T;
  /** Matches the whole text. */
  readonly pattern: RegExp;
}

/** A pattern over the whole text. */
export const whole = (source: string): RegExp => new RegExp(`^(${source})$`, "u");

/** The first entry that matches decides. */
export const MISSING: readonly Entry<MissingKind>[] = [
  {
    means: "dash",
    pattern: whole("[-ー]+|[.…‥・･]+|[/／\\\\＼]|なし|無し?|新規(事業|指標|取組)?|新設"),
  },
  {
    means: "noTarget",
    pattern: whole(
      "(数値)?目標値?[はの]?(なし|無し)|((数値)?目標値?[はのを]?)?(未設定|設定(なし|無し|せず|しない|していない)|定めない|定めず)|未定",
    ),
  },
  {
    means: "unpublished",
    pattern: whole(
      ".{0,12}(未(公表|発表|集計|算定|算出|確定|判明)|非公表|公表(前|待ち|予定)|発表予定|集計(前|予定)|(集計|測定|計測|調査|算定|算出|精査|確認|推計|把握)中|確定前|判明予定)(のため)?.{0,6}",
    ),
  },
  {
    means: "ended",
    pattern: whole(
      "(事業|調査|指標の?|制度|補助金)*を?((終了|廃止)(済み?)?|廃[園校]|閉[館園鎖]|取りやめ|統合)((のため|により).{0,8})?",
    ),
  },
  {
    means: "notDue",
    pattern: whole(
      "(.{0,6}時期)?未到来|時期尚早|([次来翌]年度|次回).{0,10}|.{0,8}(実施|調査|測定|公表|評価|開始|策定|着手|導入)予定|(今後|これから).{0,10}|未(着手|策定|整備|設置|導入|制定|完了|開始|供用|施行|締結|作成|開設)|(検討|調整|準備|作成|策定|整備|工事|協議|計画|建設|改定|設計)中|(期間|計画|年度)途中|着手",
    ),
  },
  {
    means: "notSurveyed",
    pattern: whole(
      "(.{0,8}(調査|実施|測定|統計|アンケート|データ|数値|実績値?|該当[者値]?|把握))?[はが]?(なし|無し?|せず|していない|できず|できない|不[能可])|.{0,8}(未(調査|実施|測定|計測|把握)|不明|(評価|判定|測定|算出|算定|比較)不[能可]|対象外|該当せず|非該当年?|調査年度?(では?)?(ない|なし)|(休止|休館)中?|延期|中止|見送り|欠測)|n/?a|n\\.a\\.?|.{0,24}(のため|により|による|で).{0,6}(中止|未実施|延期|休止|休館|見送り|実施せず|実施なし)|(中止|未実施|延期|休止|休館)(.{0,24}(のため|により|による|影響))?",
    ),
  },
];

const NOW = "(現状(値|維持)?|現[在況]値?|現行|基準(値|年度?)?|当初値?|維持|現水準|同水準|同程度)(の?水準|の値)?";
const KEEP_OR = "(現状の?|水準を?の?)?維持(・|又は|または|若しくは|もしくは|か|or|~|、|,|及び)";
const REFERENCE = "(.{0,10}([国県都府道圏市]|町村|同規模|類似団体|近隣|[前昨]年|前回|過去|直近).{0,16}?)";
const FROM_NOW = "((基準|現状|当初)値?|現在)(よりも?|から|を)の?";
const MORE =
  "(さらなる|更なる|(より)?一層の|いっそうの|(継続的|着実|段階的|緩やか|大幅)な|徐々に|着実に|継続して|引き続き)?(数値?|[件人]数|割合|比?率|値)?[のがを]?";
const VERB = "(する|させる|を図る|をめざす|を目指す|に努める|傾向|基調|方向|へ|を継続)?";

/** The first entry that matches decides. */
export const TARGET_WORDS: readonly Entry<Words>[] = [
  {
    means: "maintainMin",
    pattern: whole(
      `${NOW}(以上|を?下回らない(こと|水準)?|を?下回らず)|下回らない|減らさない|(減少|低下)させない|${KEEP_OR}(増加?|向上|上昇|拡大|改善|拡充)`,
    ),
  },
  {
    means: "maintainMax",
    pattern: whole(
      `${NOW}(以下|以内|未満|を?上回らない(こと|水準)?|を?超えない(こと)?)|上回らない|超えない|増やさない|増加させない|${KEEP_OR}(減少?|低下|縮減|抑制|削減)`,
    ),
  },
  {
    means: "belowReference",
    pattern: whole(
      `${REFERENCE}(以下|未満|以内|を?下回る(こと|水準)?|よりも?(減少?|低[いく]|少ない|下げる|低下|減らす)(させる|する)?|(比|に対し|に比べ)て?(減少?|低下|マイナス)|並み以下)|毎年度?の?(減少?|低下|削減)(する|させる)?|年々減少|対前年度?比?減少?`,
    ),
  },
  {
    means: "aboveReference",
    pattern: whole(
      `${REFERENCE}(以上|超え?|を?(上回る|超える)(こと|水準)?|よりも?(増加?|高[いく]|多い|上げる|上昇|向上|増やす)(させる|する)?|(比|に対し|に比べ)て?(増加?|上昇|プラス|向上)|並み(以上)?|と同等以上|水準(以上)?)|毎年度?の?(増加?|上昇|向上)(する|させる)?|年々増加|対前年度?比?増加?`,
    ),
  },
  {
    means: "maintain",
    pattern: whole(
      "[→⇒➡⇨►▶]|(現状値?|(現状の|現在の)?水準|現在|現行|同(水準|数|程度)|このまま|当面)?の?を?(維持|継続)(する|し続ける|を図る|に努める|継続|確保)?|現状(どおり|通り|並み|程度|のまま)?|横ばい|同(水準|程度|数|等)|変化なし|変わらず|据え?置き|増減なし",
    ),
  },
  {
    means: "increase",
    pattern: whole(
      `[↗↑⇗⇑⬆⤴🡅🡕⇧]|${FROM_NOW}(増加?|上昇|向上|上回る|上げる|増やす)(する|させる)?|${MORE}(増[加大進]?|上昇|向上|延伸|拡大|拡充|充実|アップ|up|伸長|伸ばす|増やす|上げる|高める|伸び|右肩上がり|上向き|プラス|増加・維持|上回る|引き?上げ|活性化)${VERB}`,
    ),
  },
  {
    means: "decrease",
    pattern: whole(
      `[↘↓⇘⇓⬇⤵🡇🡖⇩]|${FROM_NOW}(減少?|低下|下回る|下げる|減らす)(する|させる)?|${MORE}(減[少量]?|低下|抑制|縮減|削減|縮小|低減|軽減|短縮|解消|減らす|下げる|ダウン|down|マイナス|下回る|引き?下げ|右肩下がり|下降|下向き|根絶|撲滅)${VERB}`,
    ),
  },
  {
    means: "done",
    pattern: whole(
      "([\\p{Script=Han}ァ-ヶー・A-Za-z]{1,14}[のを]?)?(策定|実施|完了|整備|設置|開始|導入|制定|施行|公表|締結|開設|供用(開始)?|改定|改訂|見直し|着工|竣工|しゅん工|完成|作成|移行|運用開始|稼働|開館|開校|開園|オープン|指定|認定取得|構築|公開|発行|決定|選定|事業化|法人化|実現|達成|有|あり)(済み?|ずみ|完了|した|する|開始)?|済み?",
    ),
  },
];

const UNDECIDED = /未|一部|順次|随時|不可|困難|中$|予定|検討|目標.*達成|せず|しない/u;

function lookUp<T>(table: readonly Entry<T>[], text: string): T | null {
  for (const entry of table) if (entry.pattern.test(text)) return entry.means;
  return null;
}

/** The kind of missing value that a whole text means, or null. */
export const missingKind = (text: string): MissingKind | null =>
  text.length > 44 ? null : lookUp(MISSING, text.toLowerCase());

/** What a whole text says as a target in words, or null. */
export function targetWords(text: string): Words | null {
  if (text.length > 30) return null;
  const found = lookUp(TARGET_WORDS, text.toLowerCase());
  return found === "done" && UNDECIDED.test(text) ? null : found;
}
