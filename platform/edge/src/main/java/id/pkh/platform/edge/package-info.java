/**
 * What holds for every request to a service or to the console, before a resource sees it: the
 * issuer of tokens, the rate and the number of a caller's requests, the time that a request may
 * take to arrive, and the headers of every response. Also what is masked in the log.
 */
package id.pkh.platform.edge;
