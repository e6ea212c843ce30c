import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from "@fluentui/react-components";
import { MoreHorizontal20Regular } from "@fluentui/react-icons/svg/more-horizontal";
import { useMessages } from "../i18n";
import type { Preferences } from "../preferences";

declare const ADDIN_VERSION: string | undefined;

interface Props {
  readonly language: Preferences["language"];
  readonly onLanguage: (language: Preferences["language"]) => void;
  readonly onHelp: () => void;
  readonly onCollect: () => void;
}

const LANGUAGES: readonly Preferences["language"][] = ["auto", "ja", "en"];

/** ⋯: submitted sheets, help, language, version. Loaded after the first paint; the button stands in until then. */
export default function MoreMenu({ language, onLanguage, onHelp, onCollect }: Props) {
  const t = useMessages();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_, { checkedItems }) => {
        const chosen = LANGUAGES.find((option) => option === checkedItems[0]);
        if (chosen) onLanguage(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<MoreHorizontal20Regular />} aria-label={t.frame.more} title={t.frame.more} />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onCollect}>{t.frame.collect}</MenuItem>
          <MenuItem onClick={onHelp}>{t.frame.help}</MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t.frame.language}</MenuGroupHeader>
            {LANGUAGES.map((option) => (
              <MenuItemRadio key={option} name="language" value={option}>
                {t.setup.languages[option]}
              </MenuItemRadio>
            ))}
          </MenuGroup>
          <MenuDivider />
          <MenuItem disabled>{t.frame.version(typeof ADDIN_VERSION === "string" ? ADDIN_VERSION : "")}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
