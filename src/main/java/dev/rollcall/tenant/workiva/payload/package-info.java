/** Rows and answers of the administration API, as far as anybody asks for them. */
package dev.rollcall.tenant.workiva.payload;
