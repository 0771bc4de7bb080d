import type { PageInfo } from './PageInfo';

export type DocumentInfo = { id: string, path: string, name: string, size: number, pages: Array<PageInfo>, signatures: number, warnings: Array<string>, };
