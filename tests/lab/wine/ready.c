/*
 * Waits until Wine's network is there: its driver starts beside the first program, and whoever asks sooner is told
 * that this machine has neither adapters nor name servers. It comes within a second or so, or not at all.
 */
#include <winsock2.h>
#include <iphlpapi.h>
#include <windows.h>

static BYTE buffer[256 * 1024];

int main(void)
{
    for (int tries = 0; tries < 60; tries++) {
        ULONG size = sizeof buffer;
        PIP_ADAPTER_ADDRESSES adapters = (PIP_ADAPTER_ADDRESSES)buffer;
        if (GetAdaptersAddresses(AF_UNSPEC, 0, NULL, adapters, &size) == NO_ERROR)
            return 0;
        Sleep(50);
    }
    return 1;
}
