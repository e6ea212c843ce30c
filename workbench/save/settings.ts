/** Settings of the add-in as Excel keeps them: a web extension part per add-in ([MS-OWEXML] 2.1 and 2.2). */
import type { SavePackage } from "./package";
import { attribute, childNamed, encode, indexXml } from "./tree";
import type { AddIn } from "./types";

const PANES = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
const EXTENSION = "http://schemas.microsoft.com/office/2011/relationships/webextension";
const PANES_TYPE = "application/vnd.ms-office.webextensiontaskpanes+xml";
const EXTENSION_TYPE = "application/vnd.ms-office.webextension+xml";
const WE = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const WETP = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Writes all settings of one add-in; those of others stay. */
export function writeSettings(file: SavePackage, addIn: AddIn, values: ReadonlyMap<string, string>): void {
  const panes = file.links("").find((link) => link.type === PANES)?.target;
  const known = panes === undefined ? undefined : ownPart(file, panes, addIn);
  if (known !== undefined) return patchProperties(file, known, values);
  if (values.size === 0) return;
  const part = file.freeName("xl/webextensions/webextension{}.xml");
  file.add(part, EXTENSION_TYPE, extensionXml(addIn, values));
  const list = panes ?? addPanes(file);
  const id = file.addLink(list, EXTENSION, part);
  file.edit(list, (xml, splices) => {
    const root = indexXml(xml);
    const p = root.prefix;
    splices.append(
      root,
      `<${p}taskpane dockstate="right" visibility="0" width="350" row="${root.children.length + 1}"><${p}webextensionref xmlns:r="${R}" r:id="${id}"/></${p}taskpane>`,
    );
  });
}

function ownPart(file: SavePackage, panes: string, addIn: AddIn): string | undefined {
  return file
    .links(panes)
    .filter((link) => link.type === EXTENSION)
    .map((link) => link.target)
    .find((part) => {
      const xml = file.text(part);
      const reference = childNamed(indexXml(xml), "reference");
      return reference && attribute(xml, reference, "id")?.toLowerCase() === addIn.id.toLowerCase();
    });
}

function patchProperties(file: SavePackage, part: string, values: ReadonlyMap<string, string>): void {
  file.edit(part, (xml, splices) => {
    const root = indexXml(xml);
    const p = root.prefix;
    const properties = childNamed(root, "properties");
    const written = `<${p}properties>${propertyItems(values, p)}</${p}properties>`;
    if (properties) return splices.replace(properties.start, properties.end, written);
    const next = childNamed(root, "bindings") ?? childNamed(root, "snapshot");
    if (next) splices.insert(next.start, written);
    else splices.append(root, written);
  });
}

const propertyItems = (values: ReadonlyMap<string, string>, p: string) =>
  [...values].map(([name, json]) => `<${p}property name="${encode(name)}" value="${encode(json)}"/>`).join("");

function addPanes(file: SavePackage): string {
  const part = file.freeName("xl/webextensions/taskpanes{}.xml").replace("taskpanes1.xml", "taskpanes.xml");
  file.add(part, PANES_TYPE, `<wetp:taskpanes xmlns:wetp="${WETP}"></wetp:taskpanes>`);
  file.addLink("", PANES, part);
  return part;
}

function extensionXml({ id, version }: AddIn, values: ReadonlyMap<string, string>): string {
  return (
    `<we:webextension xmlns:we="${WE}" id="{${id.toUpperCase()}}"><we:reference id="${encode(id)}" version="${encode(version)}" store="developer" storeType="Registry"/>` +
    `<we:alternateReferences/><we:properties>${propertyItems(values, "we:")}</we:properties><we:bindings/><we:snapshot xmlns:r="${R}"/></we:webextension>`
  );
}
