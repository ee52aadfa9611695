/**
 * Families that are ready to leave the programme, and proposals of the field that they do. What
 * comes of a proposal is decided in the verification service: docs/rules/graduation.md.
 */
package id.pkh.registry.graduation;
