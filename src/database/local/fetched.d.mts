export declare const mavenCommand: string;
export declare function pomIn(root: string): string;
export declare function jarFolders(
  root: string,
  of: { readonly home: string; readonly line: string },
): { readonly lib: string; readonly partial: string };
export declare function fetchFolders(
  home: string,
  name: string,
  pom: string,
): { readonly lib: string; readonly partial: string };
export declare function firstLine(root: string): string;
export declare function mavenArguments(line: string, into: string): string[];
