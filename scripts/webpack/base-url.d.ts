export const DEVELOPMENT_URL: string;
export interface BaseUrl {
  readonly url: string;
  readonly stated: boolean;
}
export function baseUrl(env?: Readonly<Record<string, string | undefined>>): BaseUrl;
export function manifestFor(xml: string, base: BaseUrl): string;
