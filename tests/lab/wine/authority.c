/*
 * Puts a certificate into the authorities that the user of this Windows trusts, as a virus scanner does at its installation:
 * authority.exe FILE, in DER.
 */
#include <windows.h>
#include <wincrypt.h>
#include <stdio.h>

static BYTE certificate[64 * 1024];

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file)
        return 2;
    DWORD length = fread(certificate, 1, sizeof certificate, file);
    HCERTSTORE store = CertOpenStore(CERT_STORE_PROV_SYSTEM_A, 0, 0, CERT_SYSTEM_STORE_CURRENT_USER, "ROOT");
    BOOL added = store && CertAddEncodedCertificateToStore(store, X509_ASN_ENCODING, certificate, length,
                                                           CERT_STORE_ADD_ALWAYS, NULL);
    /* Only then it is in the registry. */
    return added && CertCloseStore(store, 0) ? 0 : 1;
}
