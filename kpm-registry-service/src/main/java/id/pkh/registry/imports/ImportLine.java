package id.pkh.registry.imports;

/** A row that was read without an error. */
record ImportLine<D>(int number, D draft) {}
