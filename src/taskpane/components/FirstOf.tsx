import { Button } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { useMessages } from "../i18n";

/** As many rows as a screen reader, a slow computer and a clerk can bear at once. */
const STEP = 100;

interface Props<T> {
  readonly items: readonly T[];
  /** Shown even where it stands further down: the row that is selected on the sheet. */
  readonly also?: (item: T) => boolean;
  readonly children: (item: T) => ReactNode;
}

/** Items of a `<ul>`: the first hundred, and a button for a hundred more. */
export function FirstOf<T>({ items, also, children }: Props<T>) {
  const t = useMessages();
  const [limit, setLimit] = useState(STEP);
  const rest = items.slice(limit);
  return (
    <>
      {items.slice(0, limit).map(children)}
      {also && rest.filter(also).map(children)}
      {rest.length > 0 && (
        <li style={{ listStyleType: "none" }}>
          <Button appearance="transparent" onClick={() => setLimit(limit + STEP)}>
            {t.table.more(Math.min(STEP, rest.length), rest.length)}
          </Button>
        </li>
      )}
    </>
  );
}
