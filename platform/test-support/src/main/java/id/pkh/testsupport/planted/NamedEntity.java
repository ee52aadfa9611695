package id.pkh.testsupport.planted;

/** Planted: called an entity and is none. */
public class NamedEntity {}
