import { oldNode } from '../../scripts/node-version.mjs';

it.each(['20.19.0', '20.20.2', '22.1.0', '100.0.0'])('Node %s is new enough', (version) => {
  expect(oldNode(version)).toBeNull();
});

it.each(['18.20.4', '20.9.0', '20.18.9', '9.0.0'])('Node %s is too old, which is told in one line', (version) => {
  expect(oldNode(version)).toBe(`Reserve needs Node 20.19 or later, and this is Node ${version}: get it from https://nodejs.org`);
});
