package id.pkh.testsupport.planted.domain;

import jakarta.annotation.security.RolesAllowed;

/** Planted: a rule that knows a framework. */
@RolesAllowed("OPERATIONS")
public class FrameworkRule {}
