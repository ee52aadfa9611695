/** Tests that a service's API description is what the service does. */
package id.pkh.testsupport.description;
