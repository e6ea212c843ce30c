import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { placeName, type CrossFinding } from "../../../sheet/collect";
import { useCollectMessages } from "../../collect/useCollect";
import { useMessages } from "../../i18n";
import { Fold } from "../Fold";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
    contentVisibility: "auto",
    containIntrinsicSize: "auto 96px",
  },
  severity: {
    display: "inline-block",
    padding: `0 ${tokens.spacingHorizontalXS}`,
    borderRadius: tokens.borderRadiusSmall,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerForeground1,
    color: tokens.colorNeutralForegroundInverted,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground3,
  },
  info: {},
  message: {
    margin: `${tokens.spacingVerticalXXS} 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  places: { margin: 0 },
  summary: { minHeight: "32px", cursor: "pointer" },
  place: { padding: `${tokens.spacingVerticalXXS} 0` },
  none: { margin: 0, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}` },
});

/** What does not fit between the files: the sentence first, the places on demand. */
export function CrossList({ findings }: { findings: readonly CrossFinding[] }) {
  const styles = useStyles();
  const t = useCollectMessages();
  return (
    <Fold title={t.cross(findings.length)}>
      {findings.length === 0 ? (
        <p className={styles.none}>{t.crossNone}</p>
      ) : (
        <ul className={styles.list}>
          {findings.map((finding) => (
            <CrossItem key={`${finding.rule} ${finding.subject}`} finding={finding} />
          ))}
        </ul>
      )}
    </Fold>
  );
}

function CrossItem({ finding: { severity, message, places } }: { finding: CrossFinding }) {
  const styles = useStyles();
  const t = useCollectMessages();
  const { bracket } = useMessages();
  return (
    <li className={styles.item}>
      <span className={mergeClasses(styles.severity, styles[severity])}>{t.severity[severity]}</span>
      {/* The checks speak Japanese only, as the sheets do. */}
      <p className={styles.message} lang="ja">
        {message}
      </p>
      <details className={styles.places}>
        <summary className={styles.summary}>{t.places(places.length)}</summary>
        {places.map((place, i) => (
          <div key={i} className={styles.place} lang="ja">
            {placeName(place) === "" ? place.file : bracket(place.file, placeName(place))}　{place.text}
          </div>
        ))}
      </details>
    </li>
  );
}
