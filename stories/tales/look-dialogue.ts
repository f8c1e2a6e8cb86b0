import assert from 'node:assert/strict';
import { camera } from '../acts/camera.ts';
import { ready } from '../acts/shell.ts';
import { seeAgenda } from './look-agenda.ts';
import { lookAtCampaigns } from './look-campaigns.ts';
import type { Story } from './story.ts';

export const lookDialogue: Story = {
  name: 'look, dialogue: no fault that axe sees in the agenda, the inbox, campaigns and messages',
  async tell({ place }, door) {
    const { see, found } = await camera(place, door, 'dialogue');
    await ready(place);
    await seeAgenda(place, see);
    await lookAtCampaigns(place, see);
    assert.deepEqual(found, []);
  },
};
