package id.pkh.registry.imports;

/** A row that was read without an error. */
record Line<D>(int number, D draft) {}
