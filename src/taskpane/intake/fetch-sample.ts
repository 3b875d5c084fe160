import { type PickedFile } from '../state/pane-state';

const SAMPLE_NAME = 'aftale-eksempel.txt';

/** The sample agreement that is served beside the pane; null when it cannot be fetched. */
export async function fetchSample(): Promise<PickedFile | null> {
  try {
    const response = await fetch(`assets/sample/${SAMPLE_NAME}`);
    return response.ok ? { name: SAMPLE_NAME, bytes: new Uint8Array(await response.arrayBuffer()), origin: 'sample' } : null;
  } catch {
    return null;
  }
}
