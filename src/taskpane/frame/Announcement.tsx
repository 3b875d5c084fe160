import { usePane, usePaneState } from '../services/pane-context';
import { announcementOf } from '../texts/announcement';

/** What the pane's live region says now. */
export function Announcement() {
  const { texts, language } = usePane();
  return announcementOf(usePaneState(), texts, language);
}
