// Makes the .meta files that Unity wants beside every file and folder of the package, where they are missing, and removes those
// whose file has gone. A GUID that stands is never changed: scenes and prefabs of users refer to it.
//   node clients/unity/metas.mjs            writes
//   node clients/unity/metas.mjs --check    only says what it would do; exit code 1 when there is something
import { createHash } from "node:crypto";
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "com.gemeo.client");
const check = process.argv.includes("--check");
const common = "  externalObjects: {}\n";
const tail = "  userData: \n  assetBundleName: \n  assetBundleVariant: \n";

const importers = {
  ".cs": `MonoImporter:\n${common}  serializedVersion: 2\n  defaultReferences: []\n  executionOrder: 0\n  icon: {instanceID: 0}\n${tail}`,
  ".asmdef": `AssemblyDefinitionImporter:\n${common}${tail}`,
  ".md": `TextScriptImporter:\n${common}${tail}`,
  ".xml": `TextScriptImporter:\n${common}${tail}`,
  // A browser's script: for the Web platform and nothing else.
  ".jslib": `PluginImporter:\n${common}  serializedVersion: 2\n  iconMap: {}\n  executionOrder: {}\n  defineConstraints: []\n  isPreloaded: 0\n  isOverridable: 0\n  isExplicitlyReferenced: 0\n  validateReferences: 1\n  platformData:\n  - first:\n      Any: \n    second:\n      enabled: 0\n      settings: {}\n  - first:\n      Editor: Editor\n    second:\n      enabled: 0\n      settings:\n        DefaultValueInitialized: true\n  - first:\n      WebGL: WebGL\n    second:\n      enabled: 1\n      settings: {}\n${tail}`,
};

const hidden = name => name.startsWith(".") || name.endsWith("~") || name === "cvs";

/** The same path, the same GUID, on every machine. */
const guid = path => createHash("sha256").update(`com.gemeo.client/${path.split(sep).join("/")}`).digest("hex").slice(0, 32);

function importer(path) {
  if (statSync(path).isDirectory()) return `folderAsset: yes\nDefaultImporter:\n${common}${tail}`;
  if (relative(root, path) === "package.json") return `PackageManifestImporter:\n${common}${tail}`;
  return importers[extname(path)] ?? `DefaultImporter:\n${common}${tail}`;
}

function* visible(folder) {
  for (const name of readdirSync(folder).sort()) {
    if (hidden(name)) continue;
    const path = join(folder, name);
    yield path;
    if (statSync(path).isDirectory()) yield* visible(path);
  }
}

const changes = [];
for (const path of [...visible(root)]) {
  const said = relative(root, path).split(sep).join("/");
  if (path.endsWith(".meta")) {
    if (existsSync(path.slice(0, -5))) continue;
    changes.push(`- ${said}`);
    if (!check) rmSync(path);
  } else if (!existsSync(`${path}.meta`)) {
    changes.push(`+ ${said}.meta`);
    if (!check) writeFileSync(`${path}.meta`, `fileFormatVersion: 2\nguid: ${guid(relative(root, path))}\n${importer(path)}`);
  }
}
console.log(changes.length === 0 ? "Every file has its .meta." : changes.join("\n"));
process.exitCode = check && changes.length > 0 ? 1 : 0;
