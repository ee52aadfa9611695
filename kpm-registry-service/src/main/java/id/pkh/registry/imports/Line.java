package id.pkh.registry.imports;

/** A row that was read without a defect. */
record Line<D>(int number, D draft) {}
