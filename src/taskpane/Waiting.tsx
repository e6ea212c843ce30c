import { FluentProvider } from "@fluentui/react-components";
import { Skeleton } from "./components/Skeleton";
import { useTheme } from "./hooks/useTheme";

/** The outline of the pane while its code loads. */
export function Waiting() {
  return (
    <FluentProvider theme={useTheme()}>
      <Skeleton />
    </FluentProvider>
  );
}
