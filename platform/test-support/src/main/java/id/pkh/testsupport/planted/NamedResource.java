package id.pkh.testsupport.planted;

/** Planted: called a resource and is none. */
public class NamedResource {}
