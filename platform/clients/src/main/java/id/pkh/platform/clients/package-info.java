/**
 * What systems of other authorities are held to. A {@link id.pkh.platform.clients.BulkReads bulk
 * read} needs a scope and a purpose, counts against the pages of the client's day, and is logged
 * before it is answered. Every other request of such a system is logged too, with its operation and
 * its status, so that its owner and auditors can read what it did. What is refused before it
 * reaches an operation is counted there by the minute.
 */
package id.pkh.platform.clients;
