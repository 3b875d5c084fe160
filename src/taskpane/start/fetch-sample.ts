import { fail, succeed, type Result } from '../../core/failure';
import { type PickedFile } from '../state/pane-state';

const SAMPLE_NAME = 'aftale-eksempel.txt';

/** The sample agreement that is served beside the pane. */
export async function fetchSample(): Promise<Result<PickedFile>> {
  const missing = fail<PickedFile>({ code: 'file-not-found', name: SAMPLE_NAME });
  let response: Response;
  try {
    response = await fetch(`assets/sample/${SAMPLE_NAME}`);
  } catch {
    return missing;
  }
  if (!response.ok) return missing;
  return succeed({ name: SAMPLE_NAME, bytes: new Uint8Array(await response.arrayBuffer()), origin: 'sample' });
}
