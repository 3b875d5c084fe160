import '@univerjs/preset-sheets-find-replace/lib/index.css';

export { UniverFindReplacePlugin, UniverSheetsFindReplacePlugin } from '@univerjs/preset-sheets-find-replace';
