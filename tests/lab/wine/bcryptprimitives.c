/*
 * Rust's standard library takes random numbers from bcryptprimitives.dll, which Windows has and Wine 8 has not.
 * This one has the only function that is asked for, over the one that Wine does have. It stands beside the program
 * in the lab alone.
 */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    while (length > 0) {
        ULONG part = length > 0x10000000 ? 0x10000000 : (ULONG)length;
        if (!SystemFunction036(buffer, part))
            return FALSE;
        buffer += part;
        length -= part;
    }
    return TRUE;
}
