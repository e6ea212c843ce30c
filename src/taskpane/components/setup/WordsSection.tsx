import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons/svg/dismiss";
import type { Settings } from "../../../sheet/settings";
import { useMessages } from "../../i18n";
import { Section } from "../Section";
import { Select } from "../Select";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  word: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  select: { flexShrink: 0, maxWidth: "150px" },
  remove: { flexShrink: 0 },
});

type Part = Settings["words"][string];
const PARTS: readonly Part[] = [
  "name",
  "baseline",
  "target",
  "milestone",
  "actual",
  "grade",
  "rate",
  "unit",
  "remarks",
  "ignore",
];

interface Props {
  readonly settings: Settings;
  /** Header texts that the user has selected on the sheet and not yet explained. */
  readonly asked: readonly string[];
  readonly onAsk: () => void;
  readonly onChange: (settings: Settings) => void;
}

/** Headers in words that we do not know: the user selects them on the sheet and says what they mean. */
export function WordsSection({ settings, asked, onAsk, onChange }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const { words } = settings;
  const open = asked.filter((word) => words[word] === undefined);
  const choose = (word: string, part: string): void => {
    const known = PARTS.find((option) => option === part);
    const rest = Object.fromEntries(Object.entries(words).filter(([other]) => other !== word));
    onChange({ ...settings, words: known ? { ...rest, [word]: known } : rest });
  };
  return (
    <Section title={t.setup.words} hint={t.setup.wordsHint}>
      <ul className={styles.list}>
        {[...Object.keys(words), ...open].map((word) => (
          <li key={word} className={styles.item}>
            <span className={styles.word}>{word}</span>
            <Select
              className={styles.select}
              label={word}
              value={words[word] ?? ""}
              onChange={(next) => choose(word, next)}
            >
              {words[word] === undefined && <option value="">{t.setup.none}</option>}
              {PARTS.map((part) => (
                <option key={part} value={part}>
                  {t.setup.wordParts[part]}
                </option>
              ))}
            </Select>
            {words[word] !== undefined && (
              <Button
                className={styles.remove}
                appearance="subtle"
                icon={<Dismiss16Regular />}
                aria-label={t.setup.wordRemove(word)}
                onClick={() => choose(word, "")}
              />
            )}
          </li>
        ))}
      </ul>
      <Button onClick={onAsk}>{t.setup.wordsRead}</Button>
    </Section>
  );
}
