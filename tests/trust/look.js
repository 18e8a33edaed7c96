// What a document is, apart from what people wrote in it: evaluated in a page, or for a frame of it.
(doc) => {
  const page = doc.defaultView;
  const bad = [];
  const places = new Set();
  const parts = [];
  const dead = new Set(('animate applet base button dialog embed foreignobject form frame frameset ' +
    'iframe link meta noscript object portal script select set style template textarea title use')
    .split(' '));
  const landmarks = new Set('main nav header footer aside article'.split(' '));
  const addresses = new Set('href src action xlink:href data poster'.split(' '));
  const never = new Set('srcdoc formaction ping background manifest srcset'.split(' '));
  const schemes = new Set('http: https: mailto: tel:'.split(' '));
  const picture = /^data:image\/(png|jpeg|gif|webp|avif)/;

  // Whoever wrote them.
  for (const element of doc.querySelectorAll('*')) {
    // What a script asks a document for must not be an element by that name.
    const names = [element.id, element.getAttribute('name')];
    if (names.some((name) => name && name in page.Document.prototype && doc[name] === element))
      bad.push(`${element.tagName} stands before document.${names}`);
    for (const {name, value} of element.attributes) {
      if (/^on/i.test(name) || never.has(name)) bad.push(`${element.tagName} ${name}`);
      if (addresses.has(name)) {
        let scheme = '';
        try { scheme = new page.URL(value, doc.baseURI).protocol; } catch {}
        if (scheme && !schemes.has(scheme) && !(scheme === 'data:' && picture.test(value)))
          bad.push(`${element.tagName} ${name}=${value}`);
      }
    }
  }

  const own = /^(md|postil)-(?!(kind|line|tone|short|status|tag-)\b)/;
  const named = (element, tag) => {
    const component = element.getAttribute('data-md-component');
    const names = [...element.classList].filter((one) => own.test(one)).sort();
    return tag + names.map((one) => `.${one}`).join('') + (component ? `[${component}]` : '') +
      (element.id.startsWith('__') ? `#${element.id}` : '');
  };

  // `theirs`: within what a contributor's markup may make, where nothing of ours is but notes.
  const walk = (element, way, around, theirs) => {
    const tag = element.tagName.toLowerCase();
    if (theirs && element.matches('[data-postil].postil-notes')) theirs = false;
    if (theirs && dead.has(tag)) bad.push(`${way} > ${tag}`);
    if (theirs && !element.closest('[data-postil]:not(.postil-text, .postil-row, .postil-block)') &&
        (/(^|\s)(md-(?!button|nav|ellipsis|typeset__)|postil-)/.test(element.className) ||
          [...element.attributes].some((one) => /^data-(?!tabs|linenos)/.test(one.name))))
      bad.push(`${way} > ${named(element, tag)}`);
    // Words of another direction stand in `bdi`, wherever they are, and titles of works may have
    // words in italics, bold and the like (CSL 1.0.2, rich text within fields). Where a style
    // prints nothing of a title, the whole reference is linked without it.
    const plain = ['i', 'b', 'sup', 'sub', 'cite'].includes(tag) && !element.attributes.length;
    if (!theirs && tag !== 'bdi' && !plain) {
      const name = named(element, tag);
      way = `${way} > ${name}`;
      places.add(way);
      if ((landmarks.has(tag) || dead.has(tag) || element.hasAttribute('data-md-component')) &&
          !element.closest('head, .postil-comment, .postil-map, .md-nav--secondary')) {
        around = `${around} > ${name}`;
        parts.push(around);
      }
      theirs = element.matches('div.postil-text, .postil-body, .md-nav--secondary > ul');
    }
    // What shadows hold is not there for those who look at the tree.
    if (element.shadowRoot) bad.push(`${way} has a shadow`);
    for (const child of element.children) walk(child, way, around, theirs);
  };
  walk(doc.documentElement, '', '', false);

  const wanted = '__md_scope __md_get __md_set __md_hash fetch document$ location$ target$ alert';
  return {
    ran: page.ran, bad, parts, places: [...places], address: page.location.href,
    notes: doc.querySelectorAll('.postil-comment').length,
    texts: doc.querySelectorAll('body > div.postil-text').length,
    entries: doc.querySelectorAll('.postil-entry').length,
    clobbered: wanted.split(' ').filter((name) =>
      page[name] instanceof page.Node || page[name] instanceof page.HTMLCollection),
  };
}
