package id.pkh.registry.planted;

import id.pkh.registry.imports.RegistryImportsResource;

/** Planted violation: a feature that depends on imports. */
public abstract class LooksIntoImports {

    abstract RegistryImportsResource imports();
}
