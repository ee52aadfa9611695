package id.pkh.registry.planted;

import id.pkh.registry.imports.RegistryImportsResource;

/** Planted: a feature that needs the imports. */
public abstract class LooksIntoImports {

    abstract RegistryImportsResource imports();
}
