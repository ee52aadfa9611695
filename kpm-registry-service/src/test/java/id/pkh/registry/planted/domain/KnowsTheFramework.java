package id.pkh.registry.planted.domain;

import jakarta.transaction.Transactional;

/** Planted: a rule that knows a framework. */
public class KnowsTheFramework {

    @Transactional
    public void decide() {}
}
