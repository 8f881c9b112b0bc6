export const helpText = `earshot index DIR --out DIR [options]

Makes a help index out of a folder of Markdown and HTML: a small index.json, an index for
each language, one file for each article, and the pictures they show. Put the folder where
your site is served from, and point the widget at it: data-articles="/help/index.json".

  --out DIR        where to write; made when it is missing, nothing in it is deleted
  --locale TAG     the language of files that neither lie in a language's folder nor name
                   theirs (default: en)
  --base-url URL   where the folder stands on the web, so that articles know their address
  --watch          go on, and make it anew whenever a file changes; files that this has made
                   and replaced are deleted after ten minutes
  --strict         exit with 1 when there is a warning (drafts and files that are neither
                   Markdown nor HTML are none)
  --verbose        list every warning, not only the first ten of each kind
  --quiet          print only what went wrong
  --json           print the report and all warnings as one line of JSON
  --help           this text

Read are .md, .markdown, .mdx (without its code), .html and .htm. Names that begin with a
dot, node_modules and symbolic links are not followed.

Languages: when every folder at the top is named after one (en, de, pt-BR), each holds
that language's articles, and the same path means the same article.

Front matter (all of it optional): id, title, summary, url, locale, topics, pages, signals,
aliases, boost, updatedAt, author, community, related, draft. Without an id it is the file's
path, without a title the first heading. What other systems call these is understood too:
description, tags, categories, slug, date, lastmod. In HTML the same names are read from
<meta name="earshot:pages" content="/order, /cart">.

Exits with 0 when there is an index, with 1 when there is none (or, with --strict, when
there is a warning), with 2 when it was asked for something it does not know.

earshot doctor URL walks the customer's line on a page of yours and reports; see
earshot doctor --help.

earshot snippet --base URL prints the script tag for your pages, and earshot copy DIR puts
this version of the script where your site is served from; see earshot snippet --help.
`
