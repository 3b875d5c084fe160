// @ts-check
import { TEST_BUILDS } from '../tests/support/test-builds.mjs';

/** Makes every build that tests look at, one after the other and each once, so that tests that run side by side find them all. */
for (const build of TEST_BUILDS) await build();
