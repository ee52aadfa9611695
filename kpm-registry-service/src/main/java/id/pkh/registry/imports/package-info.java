/**
 * Lists that come as files: facilitators, families, members, areas. A file is read as a stream and
 * applied in chunks, each a transaction with its checkpoint; a good row goes in, a bad one is
 * refused with its line and reason. Rows are read and decided on in memory, loaded and written in
 * sets.
 */
package id.pkh.registry.imports;
