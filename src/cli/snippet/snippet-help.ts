export const snippetHelp = `earshot snippet --base URL [options]

Prints what to put into your pages: the script tag, with the checksum of the script, so that
browsers refuse any other (integrity). The numbers are those of this very version: print the
snippet anew with each.

  --base URL         where the folder with earshot.js stands: an address, or a path of your site
  --set KEY=VALUE    a setting; may be repeated: --set endpoint=/issues --set withoutLauncher
  --import-map       list the checksums of all parts that are fetched later, too
  --nonce VALUE      of your page's policy, or what your templates write in its place
  --no-integrity     without checksums: for an address whose files change
  --help             this text

earshot copy DIR [--flat] [the same options]

Copies the script, its parts and the themes to DIR/VERSION/, so that each version has addresses
of its own that may be kept for ever, and prints the snippet for it. Nothing is deleted: pages that are
open still fetch from the version they began with. With --flat all files lie beside each other
in DIR itself, without source maps and themes: for hosts that have one folder only.

Exits with 0 when done, with 1 when a file cannot be read or written, with 2 when it was asked
for something it does not know.
`
