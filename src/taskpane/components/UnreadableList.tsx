import { makeStyles, tokens } from "@fluentui/react-components";
import { cellAddress } from "../../sheet/address";
import type { AssessedSheet } from "../../sheet/types";
import { useMessages } from "../i18n";
import { TextLink } from "./TextLink";
import { Notice } from "./Notice";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  text: { overflowWrap: "anywhere", minWidth: 0 },
});

/** A page of cells is enough to see what is wrong; the rest shows after mending. */
const SHOWN = 50;

interface Props {
  readonly sheets: readonly AssessedSheet[];
  readonly onSelect: (sheetId: string, row: number, column: number) => void;
}

/** Cells that hold something, but no figure that can be read: their texts, and the way to them. */
export function UnreadableList({ sheets, onSelect }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const cells = sheets.flatMap(({ sheet, unreadable }) => unreadable.map((cell) => ({ ...cell, sheet })));
  if (cells.length === 0) return null;
  const several = sheets.length > 1;
  return (
    <Notice tone="warning" title={t.unreadable.title(cells.length)}>
      {t.unreadable.body}
      <ul className={styles.list}>
        {cells.slice(0, SHOWN).map(({ sheet, row, column, text }) => {
          const address = cellAddress(row, column);
          const place = several ? `${sheet.name} ${address}` : address;
          return (
            <li key={`${sheet.id}!${address}`} className={styles.item}>
              <TextLink text={place} label={t.unreadable.goTo(place)} onClick={() => onSelect(sheet.id, row, column)} />
              <span className={styles.text}>{text}</span>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
