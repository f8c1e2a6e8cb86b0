import '@mantine/core/styles.css';
import './app/global.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { App } from './app/App';
import { brand, logo } from './app/brand';
import { Start } from './app/Start';
import { cssVariables, theme } from './app/theme';
import { queryClient } from './live/client';

document.title = brand.name;
const icon = document.createElement('link');
icon.rel = 'icon';
icon.href = logo;
document.head.append(icon);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
        <QueryClientProvider client={queryClient}>
          <Router hook={useHashLocation}>
            <Start>
              <App />
            </Start>
          </Router>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
