export const doctorHelp = `earshot doctor URL [options]

Walks the customer's line on a page that has Earshot's script tag, and reports: the script,
the settings, the page's security policy, one test message and its answer, the people and
their hours, the articles. The message is marked as a test (synthetic): it is in no list
and in no figure. Nothing else is changed anywhere.

  --no-send          send no test message
  --json             print the report as one line of JSON
  --timeout SECONDS  how long to wait for each answer (default: 30)
  --help             this text

Exits with 0 when all is well, with 1 when there is something to mend, with 2 when it was
asked for something it does not know.
`
