package id.pkh.disbursement.planted.domain;

import jakarta.ws.rs.core.Response;

/** Planted violation: HTTP belongs only in rest. */
public class WebOutsideRest {
    Response response;
}
