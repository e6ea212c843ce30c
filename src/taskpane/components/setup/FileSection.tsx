import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { DEFAULT_SETTINGS, exportSettings, type Settings } from "../../../sheet/settings";
import { useMessages } from "../../i18n";
import { Notice } from "../Notice";
import { Section } from "../Section";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  hidden: { display: "none" },
});

interface Props {
  readonly settings: Settings;
  readonly onImport: (text: string) => void;
  readonly onChange: (settings: Settings) => void;
}

/** 設定のファイル: the same settings for other workbooks, and a way back to none. */
export function FileSection({ settings, onImport, onChange }: Props) {
  const styles = useStyles();
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  return (
    <Section title={t.setup.file} hint={t.setup.fileHint}>
      <div className={styles.buttons}>
        <Button onClick={() => download(t.setup.fileName, exportSettings(settings))}>{t.setup.exportFile}</Button>
        <Button onClick={() => input.current?.click()}>{t.setup.importFile}</Button>
        <input
          ref={input}
          className={styles.hidden}
          type="file"
          accept="application/json,.json"
          aria-label={t.setup.importFile}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again after it was mended.
            event.target.value = "";
            if (file) void file.text().then(onImport, () => onImport(""));
          }}
        />
        {!asked && (
          <Button appearance="subtle" onClick={() => setAsked(true)}>
            {t.setup.reset}
          </Button>
        )}
      </div>
      {asked && (
        <Notice
          tone="warning"
          actions={
            <>
              <Button
                onClick={() => {
                  setAsked(false);
                  onChange(DEFAULT_SETTINGS);
                }}
              >
                {t.setup.resetYes}
              </Button>
              <Button appearance="subtle" onClick={() => setAsked(false)}>
                {t.setup.cancel}
              </Button>
            </>
          }
        >
          {t.setup.resetConfirm}
        </Notice>
      )}
    </Section>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
