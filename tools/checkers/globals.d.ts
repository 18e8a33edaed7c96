// What a page may hold that no standard knows, for the types of the script that ships.

/** Material for MkDocs tells here of each document that its instant navigation shows. */
declare const document$: { subscribe(next: (document: Document) => void): unknown } | undefined;
